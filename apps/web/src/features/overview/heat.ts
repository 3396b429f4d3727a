/** Which of the four neutral grounds a count gets beside the greatest one; 0 is none. */
export function heatOf(count: number, greatest: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0 || greatest <= 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil((count / greatest) * 4))) as 1 | 2 | 3 | 4;
}
