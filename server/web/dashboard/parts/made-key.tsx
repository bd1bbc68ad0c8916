import { ShownOnce } from './shown-once.js'

/** An API key that was just made. */
export const MadeKey = ({ apiKey, onClose }: { apiKey: string; onClose: () => void }) => (
  <ShownOnce title="The key, this once" secret={apiKey} what="API key" onClose={onClose}>
    Copy it to where it is used: it is not kept, and cannot be shown again.
  </ShownOnce>
)
