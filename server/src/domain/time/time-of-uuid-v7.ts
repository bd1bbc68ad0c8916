/** When a UUID v7 was made, in milliseconds since the epoch, by the clock of who made it. */
export const timeOfUuidV7 = (uuid: string): number =>
  Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)
