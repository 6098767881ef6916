// Checks of a view. Each function returns problems, one line each. Only `spaced` and `enlarged` change the page, like a reader's own
// settings, and `unset` reverts that.
window.e2eLook ||= (() => {
    const all = (selector, root = document) => [...root.querySelectorAll(selector)];
    const style = (e, part) => getComputedStyle(e, part);
    const short = (text) => text.replace(/\s+/g, ' ').trim().slice(0, 40);
    const describe = (e) => {
        const label = e.getAttribute('aria-label') || e.textContent || e.value || '';
        const classes = [...e.classList].map((name) => '.' + name).join('');
        return `${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''}${classes} “${short(label)}”`;
    };
    const seen = (e) => {
        if (e.closest('[hidden], .unseen') || !e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
        return [...e.getClientRects()].some((r) => r.width > 1 && r.height > 1);
    };
    const inDrawing = (e) => e.closest('svg') !== null;
    const places = (rects) => [...rects].filter((r) => r.width > 1 && r.height > 1);

    // ---- Interactive elements ----

    const REACHED = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const tabbable = () => all(REACHED).filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert], details:not([open]) > :not(summary)'));

    // ---- Colours ----

    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    // Any CSS colour as red, green, blue and alpha.
    const colour = (text) => {
        const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
        if (parts) return [+parts[1], +parts[2], +parts[3], parts[4] === undefined ? 1 : +parts[4]];
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = text;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
    };
    const over = (upper, lower, cover = 1) => {
        const a = upper[3] * cover;
        return [0, 1, 2].map((n) => upper[n] * a + lower[n] * (1 - a)).concat(1);
    };
    const light = (c) => {
        const part = (n) => (c[n] / 255 <= 0.04045 ? c[n] / 255 / 12.92 : ((c[n] / 255 + 0.055) / 1.055) ** 2.4);
        return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
    };
    const contrast = (one, other) => {
        const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05);
    };
    const ground = (e) => {
        const layers = [];
        for (let at = e; at; at = at.parentElement) {
            const c = colour(style(at).backgroundColor);
            if (c[3] > 0) layers.push(c);
            if (c[3] === 1) break;
        }
        return layers.reverse().reduce((below, c) => over(c, below), colour('canvas'));
    };
    // The effective colour over the background, with its own and its ancestors' opacity.
    const drawn = (e, property, below) => {
        const s = style(e), c = colour(s[property]);
        let cover = +(s[property + 'Opacity'] ?? 1);
        for (let at = e; at && at.tagName !== 'svg'; at = at.parentElement) cover *= +style(at).opacity;
        return over(c, below, cover);
    };
    const isNone = (paint) => paint === 'none' || paint === 'transparent' || /^rgba\(.*, 0\)$/.test(paint);

    // ---- Size, spacing, edges ----

    // The visible part of boxes inside scrolling or clipping elements.
    const shown = (e, rects) => {
        for (let at = e; at && at !== document.body; at = at.parentElement) {
            const s = style(at);
            if (s.display === 'inline' || s.overflowX === 'visible' && s.overflowY === 'visible') continue;
            const b = at.getBoundingClientRect();
            rects = rects.map((r) => {
                const left = Math.max(r.left, b.left), right = Math.min(r.right, b.right), top = Math.max(r.top, b.top), bottom = Math.min(r.bottom, b.bottom);
                return { left, right, top, bottom, width: right - left, height: bottom - top };
            });
        }
        return places(rects);
    };
    const texts = () => {
        const walker = document.createTreeWalker(document.querySelector('#app') || document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        for (let node; (node = walker.nextNode());) {
            const e = node.parentElement;
            if (!node.data.trim() || inDrawing(e) || e.closest('.unseen, select, option, textarea') || !seen(e)) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            found.push({ e, text: short(node.data), rects: shown(e, places(range.getClientRects())) });
        }
        return found;
    };

    const wide = () => {
        const page = document.documentElement;
        if (page.scrollWidth <= innerWidth) return [];
        const out = all('#app *').filter((e) => e.getBoundingClientRect().right > innerWidth + 1).pop();
        return [`${page.scrollWidth} px wide in ${innerWidth}${out ? ', the innermost is ' + describe(out) : ''}`];
    };

    // Text that is cut off by its box. The lines of the concordance are cut at the columns on purpose: they are context, and each links to
    // the whole sentence. Scrolling elements do not cut off.
    const clipped = () => {
        const cuts = (value) => value === 'hidden' || value === 'clip';
        const found = [];
        for (const { e, text } of texts()) {
            const box = e.closest('*');
            for (let at = box; at && at !== document.body; at = at.parentElement) {
                const s = style(at);
                if (s.display.startsWith('inline') && s.display !== 'inline-block' && s.display !== 'inline-flex') continue;
                const x = cuts(s.overflowX) && at.scrollWidth > at.clientWidth + 1, y = cuts(s.overflowY) && at.scrollHeight > at.clientHeight + 1;
                if ((x || y) && !(at.matches('.concordance td') && s.display === 'table-cell')) found.push(`${describe(at)} cuts “${text}” off`);
            }
        }
        return [...new Set(found)];
    };

    // Text that overlaps other text, or overflows its button.
    const overlapping = () => {
        const found = new Set(), boxes = [];
        for (const { e, text, rects } of texts()) {
            const button = e.closest('button, .button, .chip, select');
            if (button) {
                const b = button.getBoundingClientRect();
                if (rects.some((r) => r.left < b.left - 1 || r.right > b.right + 1 || r.top < b.top - 2 || r.bottom > b.bottom + 2)) found.add(`“${text}” sticks out of ${describe(button)}`);
            }
            // Floating elements overlap on purpose, and scrolling elements show their texts elsewhere.
            for (let at = e; at; at = at.parentElement) {
                const s = style(at);
                if (s.position === 'fixed' || s.position === 'sticky' || s.position === 'absolute') { at = null; break; }
                if (at === document.body) { for (const r of rects) boxes.push({ e, text, r }); break; }
            }
        }
        boxes.sort((a, b) => a.r.top - b.r.top);
        boxes.forEach((one, n) => {
            for (let m = n + 1; m < boxes.length && boxes[m].r.top < one.r.bottom; m++) {
                const other = boxes[m];
                const across = Math.min(one.r.right, other.r.right) - Math.max(one.r.left, other.r.left);
                const down = Math.min(one.r.bottom, other.r.bottom) - Math.max(one.r.top, other.r.top);
                // A line box is taller than its letters.
                if (across > 3 && down > 0.45 * Math.min(one.r.height, other.r.height) && one.e !== other.e) found.add(`“${one.text}” lies on “${other.text}”`);
            }
        });
        return [...found].slice(0, 5);
    };

    // The share of the window's height taken by fixed elements.
    const covered = () => {
        scrollTo(0, document.documentElement.scrollHeight / 2);
        const stuck = all('#app *').filter((e) => ['fixed', 'sticky'].includes(style(e).position) && seen(e));
        const found = [];
        for (const e of stuck) {
            const r = e.getBoundingClientRect(), s = style(e);
            const height = Math.min(r.bottom, innerHeight) - Math.max(r.top, 0), width = Math.min(r.right, innerWidth) - Math.max(r.left, 0);
            const isBeside = width < innerWidth / 2;
            if (height > innerHeight * 0.55 && !isBeside) found.push(`${describe(e)} (${s.position}) covers ${Math.round(height)} of ${innerHeight} px`);
        }
        scrollTo(0, 0);
        return found;
    };

    const OWN = 'e2e-own';
    let sheet = null;
    const spaced = () => {
        // The page's policy forbids foreign style sheets, but not constructed ones.
        sheet = new CSSStyleSheet();
        sheet.replaceSync('*, *::before, *::after { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
        document.adoptedStyleSheets = [sheet];
        return [];
    };
    const enlarged = () => {
        const before = parseFloat(style(document.querySelector('main')).fontSize);
        document.documentElement.style.fontSize = '200%';
        const after = parseFloat(style(document.querySelector('main')).fontSize);
        return after > 1.9 * before ? [] : [`the text grows from ${before} to ${after} px only`];
    };
    const unset = () => {
        document.adoptedStyleSheets = [];
        document.documentElement.style.removeProperty('font-size');
        return [];
    };

    // ---- Targets ----

    // The target size by WCAG 2.5.8: a link in a line of text may be as tall as its line, and a smaller target needs so much space that a
    // circle of that size around its centre touches no other target. Marks in a drawing are exempt, because the list next to it has the
    // same items. Targets scrolled out of their box are not next to anything outside of it.
    const targets = (least) => {
        const hit = tabbable().concat(all('label')).filter((e) => seen(e) && !e.closest('#vorschlaege'));
        const isInline = (e) => {
            let block = e;
            while (style(block).display === 'inline') block = block.parentElement;
            return block !== e && block.textContent.trim().length > e.textContent.trim().length;
        };
        const boxes = hit.map((e) => {
            // The label of a check box or field is also its target.
            const label = e.closest('label');
            return { e, r: (label && e !== label ? label : e).getBoundingClientRect() };
        });
        const small = boxes.filter(({ e, r }) => Math.min(r.width, r.height) < least - 0.5);
        const middle = ({ r }) => [r.left + r.width / 2, r.top + r.height / 2];
        const box = (e) => { let at = e.parentElement; while (at && !scrolls(at)) at = at.parentElement; return at; };
        const isOut = (one) => {
            const r = box(one.e)?.getBoundingClientRect(), [x, y] = middle(one);
            return !!r && (x < r.left || x > r.right || y < r.top || y > r.bottom);
        };
        const found = [];
        for (const one of small) {
            if (isInline(one.e) || inDrawing(one.e)) continue;
            const [x, y] = middle(one);
            const isNear = (other) => {
                const dx = Math.max(other.r.left - x, 0, x - other.r.right), dy = Math.max(other.r.top - y, 0, y - other.r.bottom);
                if (Math.hypot(dx, dy) < least / 2 - 0.5) return true;
                const [a, b] = middle(other);
                return small.includes(other) && Math.hypot(a - x, b - y) < least - 0.5;
            };
            const isApart = (other) => box(one.e) !== box(other.e) && (isOut(one) || isOut(other));
            const isOther = (e) => e !== one.e && !e.contains(one.e) && !one.e.contains(e) && !inDrawing(e);
            const near = boxes.find((other) => isOther(other.e) && isNear(other) && !isApart(other));
            // On touch screens there is no exception: our rule is a minimum size.
            if (near || least > 24) found.push(`${describe(one.e)} is ${Math.round(one.r.width)} × ${Math.round(one.r.height)}${near ? ', beside ' + describe(near.e) : ''}`);
        }
        return found;
    };

    // ---- Keyboard ----

    let walk = null;
    const focusShows = (e) => {
        const wrong = [];
        // SVG elements show the focus with a ring; elements without a box show it on their label.
        const shape = inDrawing(e) ? e.querySelector('.ring, path') || e : null;
        const label = e.matches('input[type=file]') ? e.closest('label') : null;
        if (shape && shape !== e) {
            const s = style(shape);
            const ring = drawn(shape, 'stroke', ground(e.closest('svg')));
            if (isNone(s.stroke) || parseFloat(s.strokeWidth) < 2) wrong.push('shows no ring');
            else if (contrast(ring, ground(e.closest('svg'))) < 3) wrong.push('shows a ring of too little contrast');
        } else {
            const s = style(label || e);
            if (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2) wrong.push('shows no outline');
            // The outline is outside its element, or inside with a negative offset.
            const outer = parseFloat(s.outlineOffset) < 0 ? e : e.parentElement;
            const rate = contrast(colour(s.outlineColor), ground(outer));
            if (s.outlineStyle !== 'auto' && rate < 3) wrong.push(`shows an outline of ${rate.toFixed(1)}:1`);
        }
        const r = places((label || e).getClientRects())[0];
        if (!r) return [...wrong, 'has no box'];
        if (r.bottom < 1 || r.top > innerHeight - 1 || r.right < 1 || r.left > innerWidth - 1) return [...wrong, `is out of view (${Math.round(r.left)}, ${Math.round(r.top)} in ${innerWidth} × ${innerHeight})`];
        if (r.height < innerHeight && (r.top < -1 || r.bottom > innerHeight + 1)) wrong.push(`is half out of view (${Math.round(r.top)} to ${Math.round(r.bottom)} in ${innerHeight})`);
        if (!shape) {
            const [left, right] = [Math.max(r.left, 0), Math.min(r.right, innerWidth)], [top, bottom] = [Math.max(r.top, 0), Math.min(r.bottom, innerHeight)];
            const above = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].map(([x, y]) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y));
            // A button inside a field covers its end.
            const cover = above.find((at) => at && !(label || e).contains(at) && !at.contains(e) && !(e.localName === 'input' && at.parentElement === e.parentElement));
            if (cover) wrong.push(`lies under ${describe(cover)}`);
        }
        return wrong;
    };
    // Scrolling elements may be focusable, to be scrolled by keys; browsers differ.
    const scrolls = (e) => /auto|scroll/.test(style(e).overflow) && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1);
    // Each press of Tab records the previous focus, which has settled by then.
    const noteFocus = () => {
        const e = document.activeElement;
        const at = walk.expected.indexOf(e);
        if (at >= 0) walk.order.push(at);
        if (e === document.body || e === walk.start || e === walk.last) return;
        walk.last = e;
        if (at < 0 && !scrolls(e)) walk.wrong.add(`${describe(e)} takes the focus unexpectedly`);
        for (const what of focusShows(e)) walk.wrong.add(`${describe(e)} ${what}`);
    };
    const onTab = (event) => { if (event.key === 'Tab') noteFocus(); };
    // How often to press Tab: once per focusable element; a date has up to four fields. `back` begins at the end.
    const setOut = (back) => {
        // Details are opened for this, except those that close when they lose the focus.
        for (const e of all('details:not(.display-panel)')) e.open = true;
        walk = { expected: tabbable(), order: [], wrong: new Set(), last: null, start: document.createElement('span') };
        scrollTo(0, 0);
        // The beginning or end of the page.
        walk.start.tabIndex = -1;
        document.body[back ? 'append' : 'prepend'](walk.start);
        walk.start.focus();
        addEventListener('keydown', onTab, { capture: true });
        return walk.expected.length + 3 * all('input[type=date]').length + all('#app *').filter(scrolls).length;
    };
    // The recorded problems.
    const arrive = (back) => {
        noteFocus();
        removeEventListener('keydown', onTab, { capture: true });
        walk.start.remove();
        const { wrong, order } = walk, expected = back ? walk.expected.toReversed() : walk.expected;
        const place = (n) => (back ? expected.length - 1 - n : n);
        // A date has several keyboard fields; after the end, the focus may wrap around.
        let steps = order.map(place).filter((n, i, list) => n !== list[i - 1]);
        const end = steps.indexOf(expected.length - 1);
        if (end >= 0) steps = steps.slice(0, end + 1);
        const way = back ? 'backwards, ' : '';
        for (const e of expected.filter((_, n) => !steps.includes(n))) wrong.add(`${way}${describe(e)} is not reached`);
        steps.forEach((n, i) => { if (i && n !== steps[i - 1] + 1) wrong.add(`${way}after ${describe(expected[steps[i - 1]])} comes ${describe(expected[n])}`); });
        return [...wrong];
    };
    // Whether the focus follows the visual order: downwards, and from left to right in a line; within each column if there are several.
    // Floating elements are exempt.
    const PART = 'main > *, main section, main article, main aside, .head, .head nav, .foot, table, svg';
    const order = () => {
        const floats = (e) => { for (let at = e; at; at = at.parentElement) if (['fixed', 'absolute'].includes(style(at).position)) return true; return false; };
        const found = [], list = tabbable().filter((e) => seen(e) && !inDrawing(e) && !floats(e));
        const isColumn = innerWidth < 500;
        list.forEach((e, n) => {
            const before = list[n - 1];
            if (!before || before.contains(e) || !isColumn && e.closest(PART) !== before.closest(PART)) return;
            const one = places(before.getClientRects()).at(-1), two = places(e.getClientRects())[0];
            const [first, second] = [before.getBoundingClientRect(), e.getBoundingClientRect()];
            const isBelow = two.top >= one.bottom - 6;
            const isBeside = two.left >= one.right - 6 && two.bottom > one.top || second.left >= first.right - 6 && second.bottom > first.top;
            if (!isBelow && !isBeside) found.push(`${describe(e)} stands before ${describe(before)} to the eye, after it to the keyboard`);
        });
        return found;
    };

    // ---- Structure ----

    const structure = () => {
        const found = [];
        const one = (selector, what) => {
            const n = all(selector).filter((e) => e.checkVisibility()).length;
            if (n !== 1) found.push(`${n} × ${what}`);
        };
        one('h1', 'h1');
        one('main', 'main');
        one('#app > header, body > header, [role=banner]', 'banner');
        one('#app > footer, body > footer, [role=contentinfo]', 'contentinfo');
        one('#app > header nav', 'navigation in the head');
        const names = all('nav, [role=navigation]').map((e) => e.getAttribute('aria-label') || '');
        if (names.length > 1 && (names.includes('') || new Set(names).size < names.length)) found.push(`navigations are not distinguishable: ${names.join(', ')}`);
        if (document.title.trim().length < 3) found.push('no title');
        if (all('[accesskey]').length) found.push('a key of one letter is bound by accesskey');
        // A title that only shows on hover is not accessible to others.
        for (const e of all('#app [title]')) found.push(`${describe(e)} has words that only a mouse can see`);
        for (const e of all('a[href]')) {
            if (/^https?:/.test(e.getAttribute('href')) && !['noopener', 'noreferrer'].every((word) => e.relList.contains(word))) found.push(`${describe(e)} lacks noopener noreferrer`);
        }
        for (const e of all('[src], [href], [action], [srcset], [poster]')) {
            for (const name of ['src', 'href', 'action', 'srcset', 'poster']) {
                const value = e.getAttribute(name);
                const isOut = e.matches('a, link[rel=canonical]') && /^https?:/.test(value);
                if (value && (/^[a-z]+:/i.test(value) || value.startsWith('/')) && !/^(data|blob):/.test(value) && !isOut) found.push(`${describe(e)} has the address ${value}`);
            }
        }
        return found;
    };

    // ---- Non-text contrast ----

    const dim = () => {
        const worst = new Map();
        const say = (e, what, rate, least = 3) => {
            if (rate >= least) return;
            const key = `${e.tagName.toLowerCase()}.${[...e.classList].join('.')} ${what}`;
            if (!(worst.get(key) <= rate)) worst.set(key, rate);
        };
        for (const e of all('.n, .strip path, .search input, input[type=text], input[type=date], select, button, .button, .chip, mark').filter(seen)) {
            const s = style(e), below = ground(e.parentElement);
            if (e.matches('.n')) say(e, 'underline', contrast(colour(s.textDecorationColor), ground(e)));
            else if (e.matches('mark')) {
                // Its background, or its border.
                const ring = /rgba?\([^)]*\)/.exec(s.boxShadow) || /rgba?\([^)]*\)/.exec(s.outlineStyle === 'none' ? '' : s.outlineColor);
                say(e, 'ground and edge', Math.max(contrast(ground(e), below), ring ? contrast(colour(ring[0]), below) : 0));
            } else if (e.matches('input, select')) say(e, 'border', contrast(over(colour(s.borderBlockEndColor), below), below));
        }
        // Exempt: backgrounds, lanes and grids are not needed to understand the drawing, and axe checks texts.
        const QUIET = '.ground, .back, .grid, .lane, .ring, .land, .window, .handle rect, .context > rect:not(.bin), defs *, mask *, clipPath *, pattern *, .chosen, [aria-hidden] path';
        for (const e of all('svg path, svg rect, svg circle, svg line, svg polygon, svg ellipse').filter((e) => seen(e) && !e.matches(QUIET))) {
            const s = style(e), svg = e.closest('svg'), below = ground(svg);
            const paints = ['fill', 'stroke'].filter((part) => !isNone(s[part]) && !s[part].startsWith('url') && (part === 'fill' ? e.tagName !== 'line' : parseFloat(s.strokeWidth) > 0));
            if (!paints.length) continue;
            const rates = paints.map((part) => contrast(drawn(e, part, below), below));
            say(e, `in ${svg.getAttribute('class') || svg.parentElement.closest('svg, [class]').getAttribute('class')}`, Math.max(...rates));
        }
        return [...worst].map(([what, rate]) => `${what} has ${rate.toFixed(2)}:1`);
    };

    // ---- Without colour ----

    // A path without position and size: straight ones by their corners, others by the letters of their commands.
    const contour = (path) => {
        if (/[a-y]/.test(path)) return path.replace(/[^a-z]/gi, '');
        const points = [...path.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map((m) => [+m[1], +m[2]]);
        const low = [0, 1].map((n) => Math.min(...points.map((p) => p[n]))), high = [0, 1].map((n) => Math.max(...points.map((p) => p[n])));
        return points.map((p) => [0, 1].map((n) => Math.round(4 * (p[n] - low[n]) / (high[n] - low[n] || 1))).join()).join(' ');
    };
    // The appearance of marks and shapes without colours.
    const shapes = (selector) => {
        const found = {};
        for (const e of all(selector)) {
            if (!e.getClientRects().length) continue;
            const s = style(e), key = [...e.classList].join('.');
            const outline = contour(e.getAttribute('d') || '');
            const paint = (value) => (isNone(value) ? 'none' : value.startsWith('url') ? 'pattern' : contrast(colour(value), ground(e.closest('svg'))) < 1.5 ? 'hollow' : 'full');
            found[key] ||= inDrawing(e)
                ? [e.tagName, outline, paint(s.fill), paint(s.stroke), s.strokeDasharray].join(' ')
                : [s.textDecorationLine, s.textDecorationStyle, s.textDecorationThickness, s.fontStyle, s.fontWeight].join(' ');
        }
        return found;
    };

    // ---- Motion ----

    const moving = () => {
        const seconds = (list) => Math.max(...list.split(',').map((part) => parseFloat(part) * (part.trim().endsWith('ms') ? 0.001 : 1)));
        const found = new Set();
        for (const e of all('*')) {
            for (const part of [undefined, '::before', '::after']) {
                const s = style(e, part);
                if (s.animationName !== 'none' && seconds(s.animationDuration) > 0.01) found.add(`${describe(e)} moves for ${s.animationDuration}`);
                if (seconds(s.transitionDuration) > 0.01) found.add(`${describe(e)} changes for ${s.transitionDuration}`);
                if (!part && s.scrollBehavior === 'smooth') found.add(`${describe(e)} scrolls smoothly`);
            }
        }
        return [...found];
    };

    // ---- Forced colours ----

    const forced = () => {
        const found = new Set();
        const canvasColour = colour('Canvas');
        for (const e of all('mark').filter(seen)) {
            if (style(e).outlineStyle === 'none' && contrast(ground(e), ground(e.parentElement)) < 3) found.add(`${describe(e)} cannot be told from the text`);
        }
        for (const e of all('.n').filter(seen)) {
            if (style(e).textDecorationLine === 'none') found.add(`${describe(e)} has lost its line`);
        }
        // The selected element must differ by more than its background, which is removed.
        for (const e of all('[aria-current], [aria-selected=true], .hit-item.open, tr.open, tr.here, li.here').filter(seen)) {
            if (inDrawing(e)) continue;
            const s = style(e), other = [...e.parentElement.children].find((x) => x !== e && x.tagName === e.tagName && !x.matches('[aria-current], .open, .here'));
            if (!other) continue;
            const o = style(other);
            const inner = e.firstElementChild && other.firstElementChild ? [style(e.firstElementChild), style(other.firstElementChild)] : [];
            const looks = (s) => s && ['fontWeight', 'outlineStyle', 'textDecorationLine', 'color', 'backgroundColor', 'borderInlineStartStyle', 'borderInlineStartWidth', 'borderBlockEndStyle', 'borderBlockEndColor', 'borderBlockEndWidth']
                .map((part) => s[part]).join();
            if (looks(s) === looks(o) && looks(inner[0]) === looks(inner[1])) found.add(`${describe(e)} does not look chosen`);
        }
        for (const e of all('.bar rect, .trace path, .strip path, .trend rect, .drawing .shape, .drawing .edge, .land, .chart .report, .chart .event, .chart .planned, .chart .denied, .chart .vague, .chart .bin, .chart .column, .chart .handle path, .chart .window').filter(seen)) {
            const s = style(e), below = canvasColour;
            const paints = ['fill', 'stroke'].filter((part) => !isNone(s[part]) && !s[part].startsWith('url') && (part === 'fill' || parseFloat(s.strokeWidth) > 0));
            const rate = Math.max(1, ...paints.map((part) => contrast(drawn(e, part, below), below)));
            if (rate < 3) found.add(`${e.tagName}.${[...e.classList].join('.')} in ${e.closest('svg').getAttribute('class')} has ${rate.toFixed(2)}:1`);
        }
        for (const e of all('svg text').filter(seen)) {
            if (contrast(drawn(e, 'fill', canvasColour), canvasColour) < 4.5 && !e.matches('.badge')) found.add(`${e.tagName}.${[...e.classList].join('.')} in ${e.closest('svg').getAttribute('class')} cannot be read`);
        }
        return [...found];
    };

    return { wide, clipped, overlapping, covered, spaced, enlarged, unset, targets, setOut, arrive, order, structure, dim, shapes, moving, forced, tabbable };
})();
