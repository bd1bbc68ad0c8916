/** A webhook leads to where only this machine or its network can get. */
export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError'

  constructor(host: string) {
    super(`${host} is not in the public internet, so nothing is sent there.`)
  }
}
