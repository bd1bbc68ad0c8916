import { Monitor, Moon, Sun } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { setTheme, type Theme, theme } from './theme.js'

const CHOICES = [
  { value: 'system', label: 'As the system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const [chosen, setChosen] = useState<Theme>(theme)
  return (
    <fieldset class="choice">
      <legend class="unseen">Theme</legend>
      {CHOICES.map(({ value, label, icon: Icon }) => (
        <button
          type="button"
          key={value}
          aria-label={label}
          aria-pressed={chosen === value}
          onClick={() => {
            setTheme(value)
            setChosen(value)
          }}
        >
          <Icon size={15} aria-hidden />
        </button>
      ))}
    </fieldset>
  )
}
