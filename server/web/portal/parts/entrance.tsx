import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Brand } from '../../look/frame.js'
import { usePortalProgram } from '../portal-context.js'

/** A page before somebody is in: the program's name, and one thing to do. */
export function Entrance({ title, children }: { title: string; children: ComponentChildren }) {
  const { name } = usePortalProgram()
  useEffect(() => {
    document.title = `${title} · ${name}`
  }, [title, name])
  return (
    <main class="alone">
      <Brand name={name} />
      <div class="card stack">
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
