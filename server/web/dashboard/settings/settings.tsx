import { PageHead } from '../../look/page-head.js'
import { CommissionRules } from '../partners/commission-rules.js'
import { Loaded } from '../parts/loaded.js'
import { useProgram } from '../program-context.js'
import { type ProgramSettings, SettingsForm } from './settings-form.js'

/** How the program tracks, credits and pays. */
export function Settings() {
  const { type } = useProgram()
  return (
    <>
      <PageHead title="Settings" />
      <div class="stack">
        <Loaded<ProgramSettings> path="/settings" lines={12}>
          {(settings) => <SettingsForm settings={settings} />}
        </Loaded>
        {type === 'affiliate' && <CommissionRules />}
      </div>
    </>
  )
}
