import type { Texts } from '../texts.js'

export const de: Texts = {
  title: 'Freunde einladen',
  loading: 'Deine Empfehlungen werden geladen …',
  failed: 'Deine Empfehlungen können gerade nicht angezeigt werden.',
  retry: 'Noch einmal versuchen',
  signIn: 'Melde dich an, um einen eigenen Link zu bekommen.',
  close: 'Schließen',

  shareOfPrice: '{percent} des Preises',
  youGetForEvery: 'Du bekommst {reward} für jeden Kauf, den ein Freund macht.',
  youGetForFirst: 'Du bekommst {reward} für den ersten Kauf, den ein Freund macht.',
  youGetForMonths: {
    one: 'Du bekommst {reward} für jeden Kauf, den ein Freund innerhalb eines Monats macht.',
    other:
      'Du bekommst {reward} für jeden Kauf, den ein Freund innerhalb von {count} Monaten macht.',
  },
  friendGetsForEvery: 'Dein Freund bekommt {reward} für jeden Kauf.',
  friendGetsForFirst: 'Dein Freund bekommt {reward} für den ersten Kauf.',
  friendGetsForMonths: {
    one: 'Dein Freund bekommt {reward} für jeden Kauf innerhalb eines Monats.',
    other: 'Dein Freund bekommt {reward} für jeden Kauf innerhalb von {count} Monaten.',
  },

  yourLink: 'Dein Link',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  copyByHand: 'Der Link ist markiert: Kopiere ihn mit der Tastatur.',
  share: 'Link teilen',
  email: 'E-Mail',
  shareMore: 'Mehr …',
  shareSubject: 'Eine Empfehlung: {program}',
  shareText: 'Mir gefällt {program}, und dir vielleicht auch.',

  clicks: { one: 'Besuch', other: 'Besuche' },
  signups: { one: 'Freund angemeldet', other: 'Freunde angemeldet' },
  buyers: { one: 'hat gekauft', other: 'haben gekauft' },
  friends: 'Deine Freunde',
  noFriends: 'Noch niemand. Hier siehst du, wer über deinen Link gekommen ist.',
  someone: 'Jemand',
  joined: 'angemeldet',
  bought: 'hat gekauft',
  moreFriends: { one: 'und noch jemand', other: 'und {count} weitere' },
  rewards: 'Deine Prämien',
  noRewards: 'Noch keine. Hier siehst du, was du verdient hast.',
  pending: 'vorgemerkt',
  pendingUntil: 'vorgemerkt bis {date}',
  approved: 'verdient',
  paid: 'ausgezahlt',
  reversed: 'zurückgenommen',

  yourEmail: 'Deine E-Mail-Adresse',
  getLink: 'Link bekommen',
  emailWrong: 'Bitte gib eine E-Mail-Adresse ein, zum Beispiel jana@example.com.',
}
