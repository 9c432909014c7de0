/**
 * What is shown of a person's data where the reader needs to recognise it but not to know it. A mask never lengthens,
 * and what is too short to hide part of is hidden whole.
 */
const star = '*'

function middle(text: string, first: number, last: number): string {
  const letters = [...text]
  if (letters.length <= first + last) return star.repeat(letters.length)
  const hidden = star.repeat(letters.length - first - last)
  return letters.slice(0, first).join('') + hidden + letters.slice(letters.length - last).join('')
}

/**
 * `079085001234` is shown as `079*****1234`.
 * @law unconfirmed
 * @req S0-6.1h
 */
export function maskIdentity(number: string): string {
  return middle(number, 3, 4)
}

/**
 * `+84905123456` is shown as `+84*******56`.
 * @law unconfirmed
 * @req S0-6.1h
 */
export function maskPhone(e164: string): string {
  return middle(e164, 3, 2)
}

/**
 * `an.nguyen@example.vn` is shown as `a********@example.vn`.
 * @law unconfirmed
 * @req S0-6.1h
 */
export function maskEmail(address: string): string {
  const cut = address.lastIndexOf('@')
  if (cut < 1) return star.repeat([...address].length)
  return middle(address.slice(0, cut), 1, 0) + address.slice(cut)
}

/**
 * `Nguyễn Văn An` is shown as `N**** V** A*`: enough for the owner to recognise, not enough for a stranger to know.
 * @law unconfirmed
 * @req S0-6.1h
 */
export function maskName(name: string): string {
  return name
    .normalize('NFC')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => (word.length === 1 ? star : middle(word, 1, 0)))
    .join(' ')
}
