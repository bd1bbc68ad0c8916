import { useQueryClient } from '@tanstack/preact-query'
import { ActionButton } from '../look/action-button.js'
import { CopyButton } from '../look/copy-button.js'
import { Brand } from '../look/frame.js'

const COMMAND =
  'npx pollen-server program create --name "My shop" --website https://shop.example --type affiliate --commission 30%'

/** The first page of a new server: how a program is made. */
export function NoPrograms() {
  const queries = useQueryClient()
  document.title = 'First program · Pollen'
  return (
    <main class="alone">
      <Brand name="Pollen" />
      <div class="card stack">
        <h1>Your first program</h1>
        <p>
          A program is what partners join: a website, and what they earn by the customers they send
          there. Make it on the machine that runs the server:
        </p>
        <pre class="code-block">{COMMAND}</pre>
        <p class="soft small">
          <code>--type refer_a_friend --commission 5.00</code> makes one in which customers invite
          their friends. The command prints the program’s API key once: keep it.
        </p>
        <div class="row apart">
          <CopyButton text={COMMAND} what="command" />
          <ActionButton
            class="button main"
            onAction={() => queries.invalidateQueries({ queryKey: ['session'] })}
          >
            I have made it
          </ActionButton>
        </div>
      </div>
    </main>
  )
}
