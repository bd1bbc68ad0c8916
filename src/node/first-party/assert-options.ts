/**
 * Says at the start what would otherwise be found out by a visitor.
 *
 * @throws TypeError naming the option and what would be right.
 */
export function assertOptions({
  programs,
  path,
  scriptName,
  cookieDomain,
}: {
  programs: readonly string[]
  path: string
  scriptName: string
  cookieDomain: string | undefined
}): void {
  if (!Array.isArray(programs) || programs.length === 0) {
    throw wrong("`programs`, the public ids of your programs: ['ABCDEFGH'].")
  }
  for (const id of programs) {
    if (!/^[A-Z][A-Z0-9]{7}$/.test(id)) {
      throw wrong(`public ids of eight capital letters and digits; "${id}" is none.`)
    }
  }
  if (!/^(\/[\w.~-]+)+$/.test(path)) {
    throw wrong(`a \`path\` such as '/t', with a slash before and none behind, not "${path}".`)
  }
  if (!/^[\w-]+$/.test(scriptName)) {
    throw wrong(
      `a \`scriptName\` of letters, digits, "-" and "_", without ".js", not "${scriptName}".`,
    )
  }
  if (cookieDomain !== undefined && !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(cookieDomain)) {
    throw wrong(`a \`cookieDomain\` such as 'shop.example', in lower case, not "${cookieDomain}".`)
  }
}

const wrong = (what: string) => new TypeError(`createFirstParty() needs ${what}`)
