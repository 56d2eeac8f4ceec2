global using Microsoft.EntityFrameworkCore;
global using OmenDb.EFCore.Specification.Infrastructure;
global using OmenDb.EFCore.Specification.Model;
