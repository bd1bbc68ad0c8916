import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Whose heading had the focus last. */
let lastPath: string | undefined

/**
 * The heading of a page, its title in the browser, and what can be done there. It takes the focus
 * when one comes from another page, so that screen readers tell where one is; but not again from whoever
 * has gone on meanwhile, when what was loading has come.
 */
export function PageHead({ title, children }: { title: string; children?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const isFirst = !document.title.includes('·')
    document.title = `${title} · Pollen`
    const isNew = location.pathname !== lastPath
    lastPath = location.pathname
    if (!isFirst && (isNew || document.activeElement === document.body))
      heading.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <header class="page-head">
      <h1 ref={heading} tabIndex={-1} class="break">
        {title}
      </h1>
      {children && <div class="row">{children}</div>}
    </header>
  )
}
