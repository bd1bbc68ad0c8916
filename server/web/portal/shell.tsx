import { useQueryClient } from '@tanstack/preact-query'
import {
  Banknote,
  CircleDollarSign,
  House,
  Link2,
  LogOut,
  TicketPercent,
  UserRound,
  Users,
} from 'lucide-preact'
import { Link, Route, Switch, useLocation } from 'wouter-preact'
import { requestJson } from '../lib/request-json.js'
import { ActionButton } from '../look/action-button.js'
import { Frame } from '../look/frame.js'
import { PageHead } from '../look/page-head.js'
import { ThemeSwitch } from '../look/theme-switch.js'
import { Home } from './home/home.js'
import { Codes } from './pages/codes.js'
import { Commissions } from './pages/commissions.js'
import { Links } from './pages/links.js'
import { Payouts } from './pages/payouts.js'
import { ProfilePage } from './pages/profile.js'
import { Referrals } from './pages/referrals.js'
import { usePortalProgram } from './portal-context.js'
import type { Profile } from './records.js'
import { texts } from './texts.js'
import { portalPath } from './use-portal.js'

const { menu } = texts

const MENU = [
  {
    links: [
      { href: '/', label: menu.home, icon: House },
      { href: '/links', label: menu.links, icon: Link2 },
      { href: '/referrals', label: menu.referrals, icon: Users },
      { href: '/commissions', label: menu.commissions, icon: CircleDollarSign },
      { href: '/codes', label: menu.codes, icon: TicketPercent },
      { href: '/payouts', label: menu.payouts, icon: Banknote },
      { href: '/profile', label: menu.profile, icon: UserRound },
    ],
  },
]

/** All pages, for a partner who is signed in. */
export function Shell({ profile, onSignOut }: { profile: Profile; onSignOut: () => void }) {
  const { public_id, name } = usePortalProgram()
  const [, navigate] = useLocation()
  const queries = useQueryClient()
  const signOut = async () => {
    await requestJson(portalPath(public_id, '/sign-out'), { method: 'POST' })
    queries.removeQueries({ queryKey: [public_id] })
    navigate('/')
    onSignOut()
  }
  return (
    <Frame
      name={name}
      menu={MENU}
      foot={
        <>
          <ThemeSwitch />
          <div class="row apart small">
            <span class="soft break grow">{profile.email}</span>
            <ActionButton onAction={signOut} class="button bare small" label={menu.signOut}>
              <LogOut size={16} aria-hidden />
            </ActionButton>
          </div>
        </>
      }
    >
      <Switch>
        <Route path="/">
          <Home profile={profile} />
        </Route>
        <Route path="/links" component={Links} />
        <Route path="/referrals" component={Referrals} />
        <Route path="/commissions" component={Commissions} />
        <Route path="/codes" component={Codes} />
        <Route path="/payouts">
          <Payouts profile={profile} />
        </Route>
        <Route path="/profile">
          <ProfilePage profile={profile} />
        </Route>
        <Route>
          <PageHead title={texts.failure.notFound} />
          <Link href="/" class="button">
            {menu.home}
          </Link>
        </Route>
      </Switch>
    </Frame>
  )
}
