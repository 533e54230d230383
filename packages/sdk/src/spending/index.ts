export { createSpending, type Spending } from "./create-spending.js";
