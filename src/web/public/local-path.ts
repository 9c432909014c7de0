/** An address inside this house, with its query; undefined for anything that would lead out of it. */
export function localPath(text: string | undefined): string | undefined {
  if (!text || text.length > 1000 || !text.startsWith('/') || /^\/[/\\]|[\\\p{Cc}]/u.test(text)) return undefined
  const here = 'http://here.invalid'
  if (!URL.canParse(text, here)) return undefined
  const { origin, pathname, search } = new URL(text, here)
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}` : undefined
}
