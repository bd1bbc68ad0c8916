import { offerText } from '../parts/offer-text.js'
import type { OwnOffers as Offers } from '../records.js'
import { texts } from '../texts.js'
import { usePortalData } from '../use-portal.js'

const { home, offer: said } = texts

/** What a sale earns the partner who reads this, and which products earn something else. */
export function OwnOffers() {
  const { data } = usePortalData<Offers>('/offers')
  return (
    <>
      <p class="small soft">{home.share(data ? offerText(data.usual) : home.commission)}</p>
      {data && data.products.length > 0 && (
        <details class="small">
          <summary>{home.products}</summary>
          <ul>
            {data.products.map(({ product_id, product_type, ...offer }) => (
              <li key={`${product_id} ${product_type}`} class="break">
                {said.product(product_id, product_type)}: {offerText(offer)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
