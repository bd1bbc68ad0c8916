/** Where a program's partners are at home: `https://pollen.example/partners/ABCDEFGH`. */
export const portalUrl = (serverUrl: string, { program_id }: { program_id: string }): string =>
  `${serverUrl}/partners/${program_id}`
