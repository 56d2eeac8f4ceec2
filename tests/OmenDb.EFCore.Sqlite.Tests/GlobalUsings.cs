global using Microsoft.EntityFrameworkCore;
global using OmenDb.EFCore.Specification.Infrastructure;
global using OmenDb.EFCore.Specification.Model;
global using OmenDb.EFCore.Sqlite.Tests.Infrastructure;
global using OmenDb.EFCore.Sqlite.Tests.Model;
