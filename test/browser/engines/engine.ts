/** The engines that pages meet: Blink, Gecko, and the WebKit of Safari. */
export const ENGINE_NAMES = ['chromium', 'firefox', 'webkit'] as const

export type EngineName = (typeof ENGINE_NAMES)[number]

/** A cookie as the browser keeps it, attributes included. */
export interface StoredCookie {
  name: string
  /** As it is written, not decoded. */
  value: string
  /** With a dot in front where the cookie is for a whole domain: `.shop.test`. */
  domain: string
  path: string
  secure: boolean
  sameSite: string
  /** Seconds since the epoch; `undefined` for a session cookie. */
  expires: number | undefined
}

/** One tab of a visitor's browser. */
export interface Tab {
  /** Follows an address; resolves when the document has been read, whatever still loads. */
  open(url: string): Promise<void>
  reload(): Promise<void>
  /** Goes back in the tab's history, by the browser's own button. */
  back(): Promise<void>
  /** Runs a function in the page; arguments and result travel as JSON, a promise is awaited. */
  run<Result, Args extends unknown[]>(
    task: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>
  /** A click as a person makes it, with trusted events. */
  click(selector: string): Promise<void>
  /** Types into a field as a person does. */
  type(selector: string, text: string): Promise<void>
  /** The cookies that this page's address gets. */
  cookies(): Promise<StoredCookie[]>
  /** Closes the tab at once, as a person does who has seen enough. */
  close(): Promise<void>
}

/** A person with a browser that has never seen any page. */
export interface Visitor {
  openTab(url: string): Promise<Tab>
  /** Ends this person's browser, with all that it stored. */
  leave(): Promise<void>
}

/** A real browser; every test means the same in each. */
export interface Engine {
  name: EngineName
  /** As the browser tells it: `Firefox 140.1`. */
  version: string
  /** One person at a time: the one before has to leave first. */
  newVisitor(): Promise<Visitor>
  close(): Promise<void>
}

/** How a browser is started: every page is asked from `proxy`, which is `host:port`. */
export type Launch = (proxy: string) => Promise<Engine>
