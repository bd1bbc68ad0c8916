import Link from 'next/link'
import { Welcome } from './welcome'

export default function Page() {
  return (
    <>
      <Welcome />
      <Link href="/pricing?aff=jane">Pricing</Link>
    </>
  )
}
