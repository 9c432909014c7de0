/**
 * Two minutes before a session that nobody uses ends, says so; one key keeps it open. At the end it goes where the server sends whoever is no longer
 * signed in, which leads back here.
 */
const warning = document.querySelector('[data-idle]')
const minutes = Number(warning.dataset.idle)
let used = Date.now()
let told = 0

async function stay() {
  const answer = await fetch(warning.dataset.stay, { redirect: 'manual' })
  if (answer.status === 200) used = Date.now()
  warning.hidden = true
}

/** Typing keeps the session open too: what is half written is not lost to the clock. */
document.addEventListener('input', () => {
  if (Date.now() - told < 60_000) return
  told = Date.now()
  stay()
})
warning.querySelector('button').addEventListener('click', stay)

setInterval(() => {
  const idle = (Date.now() - used) / 60_000
  if (idle >= minutes) location.assign(location.href)
  else if (idle >= minutes - 2 && warning.hidden) {
    warning.hidden = false
    warning.querySelector('button').focus()
  }
}, 5_000)
