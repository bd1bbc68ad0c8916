/** Addresses that open a ready-made post or message with `link` in it. */
export function sharingLinks(link: string) {
  const url = encodeURIComponent(link)
  return {
    email: `mailto:?body=${url}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${url}`,
    linkedin: `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
    whatsapp: `https://wa.me/?text=${url}`,
    x: `https://x.com/intent/post?url=${url}`,
  }
}
