/** A way to pass a link on, and the address that opens it. */
export interface ShareLink {
  by: 'email' | 'whatsapp' | 'x' | 'facebook' | 'linkedin'
  /** As the service writes itself; the texts have a word for e-mail. */
  name: string | undefined
  href: string
}

/**
 * Addresses that open a ready message or post; nothing is asked of these services before somebody
 * follows one.
 */
export function shareLinks(link: string, subject: string, text: string): ShareLink[] {
  const [url, about, message] = [link, subject, `${text}\n${link}`].map(encodeURIComponent)
  return [
    { by: 'email', name: undefined, href: `mailto:?subject=${about}&body=${message}` },
    { by: 'whatsapp', name: 'WhatsApp', href: `https://wa.me/?text=${message}` },
    {
      by: 'x',
      name: 'X',
      href: `https://x.com/intent/post?text=${encodeURIComponent(text)}&url=${url}`,
    },
    {
      by: 'facebook',
      name: 'Facebook',
      href: `https://www.facebook.com/sharer/sharer.php?u=${url}`,
    },
    {
      by: 'linkedin',
      name: 'LinkedIn',
      href: `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
    },
  ]
}
