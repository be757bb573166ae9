import type { ICellCustomRender } from '@univerjs/core';

const SIZE = 8;
const MARGIN = 5;
const COLOR = '#6b7280';

/** The sign of a cell that offers a list, at its right edge. */
export const drawArrow: ICellCustomRender = {
  drawWith: (canvas, { primaryWithCoord }) => {
    const { startX, endX, startY, endY } = primaryWithCoord;
    if (endX - startX < SIZE * 3) return;
    const right = endX - MARGIN;
    const middle = (startY + endY) / 2;
    canvas.save();
    canvas.fillStyle = COLOR;
    canvas.beginPath();
    canvas.moveTo(right - SIZE, middle - SIZE / 4);
    canvas.lineTo(right, middle - SIZE / 4);
    canvas.lineTo(right - SIZE / 2, middle + SIZE / 2);
    canvas.closePath();
    canvas.fill();
    canvas.restore();
  },
};
