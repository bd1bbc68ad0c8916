import { Download, Share2 } from 'lucide-preact'
import { useMemo } from 'preact/hooks'
import { renderSVG } from 'uqr'
import { CopyButton } from '../../look/copy-button.js'
import { texts } from '../texts.js'
import { OwnOffers } from './own-offers.js'

const { home } = texts

/** The partner's link: to copy, to share, and as a QR code for what is printed. */
export function ShareCard({ url }: { url: string }) {
  // Dark on white in either theme: not every camera reads it the other way round.
  const qr = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(url, { border: 2 }))}`,
    [url],
  )
  return (
    <section class="card share" aria-labelledby="share-title">
      <div class="stack tight">
        <h2 id="share-title">{home.link}</h2>
        <p class="share-link">
          <a href={url} target="_blank" rel="noreferrer" class="break code">
            {url}
          </a>
        </p>
        <div class="row">
          <CopyButton text={url} what="link" />
          {'share' in navigator && (
            <button
              type="button"
              class="button small"
              // Who closes the sheet again has not met an error.
              onClick={() => navigator.share({ url }).catch(() => {})}
            >
              <Share2 size={15} aria-hidden /> {home.shareAction}
            </button>
          )}
          <a class="button small" href={qr} download="qr-code.svg">
            <Download size={15} aria-hidden /> {home.qrDownload}
          </a>
        </div>
        <OwnOffers />
      </div>
      <img class="share-qr" src={qr} alt={home.qr} width={144} height={144} />
    </section>
  )
}
