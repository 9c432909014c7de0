/** Text in which the codes of dossiers are not broken at their hyphens. */
export function WithCodes({ text }: { text: string }) {
  return text.split(code).map((part, index) => (index % 2 === 0 ? part : <span class="number">{part}</span>))
}

const code = /((?:[A-Z]\d{2}[\d.]*|T\d{6})-[\dA-Z]+(?:-\d+)?)/
