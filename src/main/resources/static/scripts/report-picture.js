// Saves the picture of a report as a PNG file, with its title and its summary, in the colours of the page.
(() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const WIDTH = 720;
  const MARGIN = 16;
  const ROW = 26;
  const SCALE = 2;
  const DRAWN = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-family', 'font-weight'];

  document.documentElement.classList.add('draws');
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-picture]');
    if (button) {
      save(button.closest('.card'), button.dataset.picture);
    }
  });

  function save(card, name) {
    const body = card.querySelector('svg.chart') ? chart(card.querySelector('svg.chart')) : bars(card.querySelector('.bars'));
    const sheet = element('svg', {});
    let y = MARGIN;
    for (const line of [document.querySelector('h1').textContent, ...wrapped(card.querySelector('.hint').textContent)]) {
      y += 20;
      sheet.append(text(line, MARGIN, y, card, y < 40 ? 'bold' : 'normal'));
    }
    for (const key of card.querySelectorAll('.legend span')) {
      y += 20;
      const layer = card.querySelector(`svg.chart rect.${key.className}`);
      sheet.append(
        element('rect', {x: MARGIN, y: y - 11, width: 22, height: 12, fill: layer ? getComputedStyle(layer).fill : 'none'}),
        text(key.textContent, MARGIN + 30, y, card, 'normal'));
    }
    const placed = element('g', {transform: `translate(${MARGIN}, ${y + MARGIN})`});
    placed.append(...body.parts);
    const height = y + body.height + 3 * MARGIN;
    const width = WIDTH + 2 * MARGIN;
    sheet.prepend(element('rect', {width, height, fill: getComputedStyle(card).backgroundColor}));
    sheet.append(placed);
    for (const [attribute, value] of Object.entries({width, height, viewBox: `0 0 ${width} ${height}`})) {
      sheet.setAttribute(attribute, value);
    }
    paint(sheet, width, height, name);
  }

  /** The columns, with the colours that the style sheet gives them. */
  function chart(original) {
    const copy = original.cloneNode(true);
    const from = [...original.querySelectorAll('*')];
    [...copy.querySelectorAll('*')].forEach((part, at) => dress(part, getComputedStyle(from[at])));
    return {parts: [...copy.childNodes], height: original.viewBox.baseVal.height};
  }

  /** The bars of the page are a list; here they are drawn one below the other. */
  function bars(list) {
    const parts = [...list.children].flatMap((item, at) => {
      const y = at * ROW;
      const rects = [...item.querySelectorAll('rect')].map(bar => {
        const part = element('rect', {
          x: 250, y: y + Number(bar.getAttribute('y')), height: bar.getAttribute('height'),
          width: parseFloat(bar.getAttribute('width')) / 100 * 370});
        dress(part, getComputedStyle(bar));
        return part;
      });
      const name = text(shortened(item.querySelector('.name').textContent), 240, y + 13, item, 'normal');
      name.setAttribute('text-anchor', 'end');
      return [name, ...rects, text(item.querySelector('.number').textContent, 630, y + 13, item, 'normal')];
    });
    return {parts, height: list.children.length * ROW};
  }

  function dress(part, style) {
    DRAWN.forEach(one => part.setAttribute(one, style.getPropertyValue(one)));
  }

  function text(content, x, y, like, weight) {
    const style = getComputedStyle(like);
    const line = element('text', {
      x, y, fill: style.color, 'font-family': style.fontFamily, 'font-size': '14px', 'font-weight': weight});
    line.textContent = content;
    return line;
  }

  function element(name, attributes) {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
    return made;
  }

  function shortened(name) {
    return name.length > 32 ? name.slice(0, 31) + '…' : name;
  }

  /** Lines of about the width of the sheet; a Chinese sign is as wide as two letters. */
  function wrapped(sentence) {
    const lines = [''];
    let width = 0;
    for (const part of sentence.trim().split(/(?<=\s)|(?<=[\u3000-\u9fff\uff00-\uffef])/)) {
      const more = [...part].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0);
      if (width + more > 96) {
        lines.push('');
        width = 0;
      }
      lines[lines.length - 1] += part;
      width += more;
    }
    return lines;
  }

  function paint(sheet, width, height, name) {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = width * SCALE;
      canvas.height = height * SCALE;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(file => {
        const link = document.createElement('a');
        link.download = name + '.png';
        link.href = URL.createObjectURL(file);
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 1000);
      }, 'image/png');
    };
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(new XMLSerializer().serializeToString(sheet));
  }
})();
