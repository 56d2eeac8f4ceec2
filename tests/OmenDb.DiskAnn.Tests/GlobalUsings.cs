global using OmenDb.DiskAnn.Tests.Infrastructure;
