import type { Texts } from '../texts.js'

export const ja: Texts = {
  title: 'お友だちを招待',
  loading: '読み込んでいます…',
  failed: 'ただいま紹介の状況を表示できません。',
  retry: 'もう一度試す',
  signIn: 'ログインすると、専用のリンクを受け取れます。',
  close: '閉じる',

  shareOfPrice: '購入金額の{percent}',
  youGetForEvery: 'お友だちが購入するたびに、あなたに{reward}が贈られます。',
  youGetForFirst: 'お友だちが初めて購入すると、あなたに{reward}が贈られます。',
  youGetForMonths: {
    other: '{count}か月のあいだ、お友だちが購入するたびに、あなたに{reward}が贈られます。',
  },
  friendGetsForEvery: 'お友だちには、購入のたびに{reward}が贈られます。',
  friendGetsForFirst: 'お友だちには、初めての購入で{reward}が贈られます。',
  friendGetsForMonths: {
    other: 'お友だちには、{count}か月のあいだ、購入のたびに{reward}が贈られます。',
  },

  yourLink: 'あなたのリンク',
  copy: 'コピー',
  copied: 'コピーしました。',
  copyByHand: 'リンクを選択しました。キーボードでコピーしてください。',
  share: 'リンクを共有',
  email: 'メール',
  shareMore: 'その他…',
  shareSubject: '{program}のご紹介',
  shareText: '{program}が気に入っているので、ご紹介します。',

  clicks: { other: '回の訪問' },
  signups: { other: '人が登録' },
  buyers: { other: '人が購入' },
  friends: '紹介したお友だち',
  noFriends: 'まだいません。リンクから来た方がここに表示されます。',
  someone: 'お友だち',
  joined: '登録済み',
  bought: '購入済み',
  moreFriends: { other: 'ほか{count}人' },
  rewards: '特典',
  noRewards: 'まだありません。受け取った特典がここに表示されます。',
  pending: '確定待ち',
  pendingUntil: '{date}まで確定待ち',
  approved: '確定',
  paid: '支払い済み',
  reversed: '取り消し',

  yourEmail: 'メールアドレス',
  getLink: 'リンクを受け取る',
  emailWrong: 'メールアドレスを入力してください（例：hana@example.com）。',
}
