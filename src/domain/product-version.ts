/** The version of this product, as package.json states it; every release names the one that computed it. */
export const PRODUCT_VERSION = '0.1.0';
