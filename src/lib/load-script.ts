/** Adds a script to the page; resolves when it has run or has failed, and never rejects. */
export const loadScript = (src: string): Promise<unknown> =>
  new Promise((resolve) => {
    const script = document.createElement('script')
    script.src = src
    script.onload = script.onerror = resolve
    document.head.append(script)
  })
