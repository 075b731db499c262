// A maker that exists for a test: it says what it was given and which settings it can see.
export async function make({ words, bytes }: { words: string; bytes: Uint8Array }): Promise<Uint8Array> {
  if (words === 'end') process.exit(3)
  if (words === 'late') await new Promise((later) => setTimeout(later, 50))
  if (words === 'fault') throw new Error('no such words')
  const seen = Object.keys(process.env).filter((name) => /LINLI|DATABASE|PG|PATH/.test(name))
  return Buffer.from(`${words}${Buffer.from(bytes).toString()} ${JSON.stringify(seen)}`)
}
