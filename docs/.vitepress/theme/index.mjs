// The fonts that the reader has.
export { default } from 'vitepress/theme-without-fonts'

import './contrast.css'
