// What an eye would stumble over, as sentences: text on text, text outside of the page, text that is too pale to read.
(() => {
  const channel = (value) => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  const luminance = (color) => {
    const [red, green, blue] = color.match(/[\d.]+/g).map(Number)
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
  }
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  const clipped = (box, element) => {
    for (let parent = element; parent; parent = parent.parentElement) {
      if (getComputedStyle(parent).overflowX !== 'visible') {
        const frame = parent.getBoundingClientRect()
        box = { ...box, left: Math.max(box.left, frame.left), right: Math.min(box.right, frame.right) }
      }
    }
    return box
  }
  const texts = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!node.data.trim() || element.tagName === 'title') continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const box = clipped({ left, right, top, bottom }, element)
      if (box.right > box.left) texts.push({ ...box, element, text: node.data })
    }
  }
  const paper = getComputedStyle(document.documentElement).backgroundColor
  const width = document.documentElement.clientWidth
  const complaints = []
  if (document.documentElement.scrollWidth > width) {
    complaints.push(`the page is ${document.documentElement.scrollWidth} wide, its window ${width}`)
  }
  texts.forEach((one, index) => {
    const style = getComputedStyle(one.element)
    const color = one.element.tagName === 'text' ? style.fill : style.color
    if (contrast(color, paper) < 4.5) complaints.push(`"${one.text}" is ${color} on ${paper}`)
    if (one.left < -1 || one.right > width + 1) complaints.push(`"${one.text}" leaves the page`)
    // A text that ends in an ellipsis has two boxes.
    for (const other of texts.slice(index + 1).filter((other) => other.element !== one.element)) {
      const overlapX = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const overlapY = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      if (overlapX > 1 && overlapY > 3) complaints.push(`"${one.text}" lies on "${other.text}"`)
    }
  })
  return complaints
})()
