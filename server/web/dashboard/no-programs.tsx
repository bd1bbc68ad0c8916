import { useQueryClient } from '@tanstack/preact-query'
import { ActionButton } from '../look/action-button.js'
import { CopyButton } from '../look/copy-button.js'
import { Brand } from '../look/frame.js'
import { NewProgram } from './new-program.js'
import type { Program, Session } from './session.js'

export interface NoProgramsProps {
  account: Session['account']
  onMade: (program: Program) => void
}

/** The first page of a new server: how a program is made. */
export function NoPrograms({ account, onMade }: NoProgramsProps) {
  document.title = 'First program · Pollen'
  return (
    <main class="alone">
      <Brand name="Pollen" />
      <div class="card stack">
        <h1>Your first program</h1>
        <p>
          A program is what partners join: a website, and what they earn by the customers they send
          there.
        </p>
        {account.every_program ? (
          <>
            <p class="soft">
              Then you get the snippet for your site, and see the first click as it comes.
            </p>
            <NewProgram class="button main" onMade={onMade}>
              Make a program
            </NewProgram>
          </>
        ) : (
          <ByCommand email={account.email} />
        )}
      </div>
    </main>
  )
}

/** For whoever may not make programs: the account has to be made anew, for all programs or for some. */
function ByCommand({ email }: { email: string }) {
  const queries = useQueryClient()
  const command = `npx pollen-server account create --email ${email} --program ID`
  return (
    <>
      <p>
        This account opens none any more. Whoever runs the server removes it with{' '}
        <code>account remove</code>, and makes it again for the programs that it is to open:
      </p>
      <pre class="code-block">{command}</pre>
      <div class="row apart">
        <CopyButton text={command} what="command" />
        <ActionButton
          class="button main"
          onAction={() => queries.invalidateQueries({ queryKey: ['session'] })}
        >
          Look again
        </ActionButton>
      </div>
    </>
  )
}
