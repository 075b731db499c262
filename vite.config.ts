// Builds the desk's and the field's pages into dist/, with their parts under dist/assets/.
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * React Aria carries its few words in thirty-odd languages; Linli speaks two. The others become empty, which saves
 * several kilobytes of every page.
 */
const twoLanguages: Plugin = {
  name: 'two-languages',
  enforce: 'pre',
  load(id) {
    const language = /react-(?:aria|stately)[^?]*\/([a-z]{2}-[A-Z]{2})\.m?js$/.exec(id)?.[1]
    return language && language !== 'zh-CN' && language !== 'en-US' ? 'export default {}' : undefined
  },
}

export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [twoLanguages, react()],
  build: {
    outDir: '../../dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    rolldownOptions: { input: ['desk', 'field'].map((room) => `src/web/${room}.html`) },
  },
})
