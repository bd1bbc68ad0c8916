import { type LucideIcon, Menu } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import mark from './pollen.svg'

/** One line of the menu. */
export interface FrameLink {
  href: string
  label: string
  icon: LucideIcon
}

export interface FrameProps {
  /** What stands beside the mark. */
  name: string
  /** Parts of the menu, each with a heading if there are several. */
  menu: { heading?: string | undefined; links: FrameLink[] }[]
  /** Above the menu: which program. */
  top?: ComponentChildren
  /** Below the menu: who is signed in. */
  foot?: ComponentChildren
  children: ComponentChildren
}

/** An application: a menu, which narrow screens keep behind a button, and the page beside it. */
export function Frame({ name, menu, top, foot, children }: FrameProps) {
  const [path] = useLocation()
  const popover = useRef<HTMLElement>(null)
  useEffect(() => {
    if (popover.current?.matches(':popover-open')) popover.current.hidePopover()
  }, [path])
  return (
    <div class="frame">
      <a class="skip" href="#page">
        Skip to the page
      </a>
      <header class="frame-bar">
        <Brand name={name} />
        <button type="button" class="button bare" popovertarget="menu">
          <Menu size={20} aria-hidden /> Menu
        </button>
      </header>
      <section class="frame-menu" id="menu" popover="auto" aria-label="Menu" ref={popover}>
        <Brand name={name} />
        {top}
        <nav aria-label="Main">
          {menu.map(({ heading, links }) => (
            <div key={heading ?? ''}>
              {heading && <h2>{heading}</h2>}
              <ul class="plain">
                {links.map(({ href, label, icon: Icon }) => (
                  <li key={href}>
                    <Link
                      href={href}
                      class="frame-link"
                      aria-current={isAt(path, href) ? 'page' : undefined}
                    >
                      <Icon size={18} aria-hidden />
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        {foot && <div class="frame-foot">{foot}</div>}
      </section>
      <main class="frame-page" id="page">
        {children}
      </main>
    </div>
  )
}

/** The mark and what it stands for. */
export const Brand = ({ name }: { name: string }) => (
  <Link href="/" class="frame-brand">
    <img src={mark} alt="" />
    {name}
  </Link>
)

const isAt = (path: string, href: string) =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
