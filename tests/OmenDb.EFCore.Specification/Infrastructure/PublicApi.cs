using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>What users write against, as text: it does not change unnoticed.</summary>
public static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The public types and members of an assembly, a line each.</summary>
    public static string Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type));
            var bases = type.GetInterfaces().Where(i => i.IsPublic).Select(Name).Order(StringComparer.Ordinal);
            if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
                bases = bases.Prepend(Name(parent)).OrderBy(_ => 0);
            if (!type.IsEnum && bases.Any())
                text.Append(" : ").AppendJoin(", ", bases);
            text.Append('\n');
            foreach (var line in type.GetMembers(Declared).Where(m => m is PropertyInfo || !m.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)).Select(Line).OfType<string>().Order(StringComparer.Ordinal))
                text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string Kind(Type type)
        => type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsSubclassOf(typeof(Delegate)) ? "delegate"
            : (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed && !type.IsValueType ? "sealed " : "")
              + (type.GetMethod("<Clone>$") is not null ? "record" : type.IsValueType ? "struct" : "class");

    private static string? Line(MemberInfo member) => member switch
    {
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily
            => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Name(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {Convert.ToInt64(field.GetRawConstantValue(), null)}" : "")}",
        ConstructorInfo constructor when Visible(constructor) => $"new({Parameters(constructor)})",
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(Visible)
            => $"{(property.GetAccessors(true)[0].IsStatic ? "static " : "")}{Name(property.PropertyType)} {property.Name} {{{(property.GetMethod is { } get && Visible(get) ? " get;" : "")}{(property.SetMethod is { } set && Visible(set) ? IsInit(set) ? " init;" : " set;" : "")} }}",
        MethodInfo { IsSpecialName: false } method when Visible(method) && !method.Name.Contains('<', StringComparison.Ordinal)
            => $"{(method.IsStatic ? "static " : method.GetBaseDefinition() != method ? "override " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "")}{Name(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method)})",
        MethodInfo method when Visible(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) => $"static {Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        _ => null,
    };

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit");

    private static string Generics(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method)
        => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? $" = {p.DefaultValue ?? "default"}" : "")}"));

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return "ref " + Name(type.GetElementType()!);
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        if (type.IsGenericParameter)
            return type.Name;
        var name = type.Assembly == typeof(object).Assembly || type.Namespace is "System" ? type.Name : type.FullName ?? type.Name;
        name = name.Split('[')[0].Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
