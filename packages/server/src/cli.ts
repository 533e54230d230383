#!/usr/bin/env node
import { reportFailure } from "./cli/exit.js";
import { createProgram } from "./cli/program.js";

createProgram().parseAsync(process.argv).catch(reportFailure);
