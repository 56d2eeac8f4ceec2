global using Microsoft.EntityFrameworkCore;
global using OmenDb.Crash.Tests.Checking;
global using OmenDb.Crash.Tests.Killing;
global using OmenDb.Crash.Tests.Model;
global using OmenDb.Crash.Tests.Work;
global using OmenDb.EFCore;
global using OmenDb.EFCore.Specification.Infrastructure;
