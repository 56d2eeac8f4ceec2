global using Microsoft.EntityFrameworkCore;
global using OmenDb.EFCore.PostgreSQL.Tests.Infrastructure;
global using OmenDb.EFCore.PostgreSQL.Tests.Model;
global using OmenDb.EFCore.Specification.Infrastructure;
