// Loaded before the program: the wall clock jumps by hours, forth and back, several times a second, as no clock ever did.
const Real = globalThis.Date;
const begun = performance.now();
const jump = () => {
  const turn = Math.floor((performance.now() - begun) / 70);
  return [0, 5, -3, 49, -30, 0.5][turn % 6] * 3_600_000;
};
class Jumping extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + jump());
    else super(...given);
  }
  static now() {
    return Real.now() + jump();
  }
}
globalThis.Date = Jumping;
