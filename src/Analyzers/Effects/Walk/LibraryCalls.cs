using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Calls of code that is in another assembly: what the table says, what is known of their arguments, what is not known.</summary>
internal static class LibraryCalls
{
    public static void Visit(
        IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Place place, Body body)
    {
        if (TypeInitializers.VisitRun(method, arguments, place, body))
        {
            return;
        }

        RefusedArguments.Visit(method, arguments, place, body);
        VisitCallbacks(method, arguments, place, body);
        ElementMembers.VisitOrder(method, instance, arguments, place, body);
        if (LinqCalls.IsFree(method, arguments))
        {
            return;
        }

        if (Find(method) is { } known)
        {
            Report(LinqCalls.Effects(known, method, arguments), method, instance, arguments, place, body);
        }
        else if (!IsTrivial(method))
        {
            string name = Names.Of(method, method.ContainingType, null);
            if (IsPlatform(method.ContainingAssembly))
            {
                body.Report(EffectRules.UnlistedMember, place, "not in the table of the library's effects; a line in InterruptEffects.txt would add it", name);
            }
            else
            {
                body.Report(
                    EffectRules.OtherAssembly, place,
                    $"its code is in {method.ContainingAssembly?.Name}; [InterruptSafe] there, or a line in InterruptEffects.txt, would prove it", name);
            }
        }
    }

    /// <summary>Reports what entries of a table say of a call.</summary>
    public static void Report(
        ImmutableArray<EffectEntry> entries,
        IMethodSymbol method,
        IOperation? instance,
        ImmutableArray<IArgumentOperation> arguments,
        Place place,
        Body body)
    {
        foreach (EffectEntry entry in entries)
        {
            if (entry.Rule is null || !Holds(entry, method, instance, arguments, body))
            {
                continue;
            }

            if (entry.Rule == EffectRules.Keys && !ElementMembers.AreBoxed(method, instance, arguments, place, body))
            {
                continue;
            }

            if (entry.Rule == EffectRules.ThrowWhereMissing && MissingElements.AreAskedFor(instance))
            {
                continue;
            }

            DiagnosticDescriptor rule = entry.Condition == EffectCondition.First ? EffectRules.LibraryFirstUse : entry.Rule;
            string name = Names.Of(method, method.ContainingType, null);
            string hop = entry.Way.Length == 0 ? name : $"{name} → {entry.Way}";
            if (rule == EffectRules.LazyValue && !body.Completion.Covers(instance) && !LazyValues.IsGiven(instance, body))
            {
                body.ReportFirstUse(rule, place, And(entry.Why, "reading it in the driver's constructor makes it before"), hop, LazyValues.Of(instance, arguments, place));
            }
            else if (rule == EffectRules.LibraryFirstUse)
            {
                body.ReportFirstUse(rule, place, And(entry.Why, "a call in the driver's constructor does it before"), hop, name);
            }
            else if (rule != EffectRules.LazyValue)
            {
                body.Report(rule, place, And(entry.Why, LibraryTable.AdviceOn(method, entry) ?? Instead(rule)), hop);
            }
        }
    }

    // What nearly every handler can do without, it stores for somebody else.
    private static string Instead(DiagnosticDescriptor rule) => rule == EffectRules.InputOutput ? "count or store here, and let another thread do it" : "";

    private static string And(string why, string advice) => why.Length == 0 ? advice : advice.Length == 0 ? why : $"{why}; {advice}";

    /// <summary>Reports what a call does besides the object that it makes, which was told in other words.</summary>
    public static void ReportBesideAllocation(IMethodSymbol method, IOperation? instance, Place place, Body body)
    {
        if (Find(method) is { } known)
        {
            Report([.. known.Where(static e => e.Rule is not null && e.Rule.Category != EffectRules.NewObject.Category)], method, instance, [], place, body);
        }
    }

    private static ImmutableArray<EffectEntry>? Find(IMethodSymbol method)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            if (LibraryTable.Find(current) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    private static bool Holds(EffectEntry entry, IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Body body)
    {
        // Who waits for a completed task, with a timeout or without, does not wait.
        bool isOfTask = entry.Condition == EffectCondition.UnlessCompleted || entry.Rule == EffectRules.TaskWait;
        return !(isOfTask && body.Completion.Covers(instance ?? (arguments.IsEmpty ? null : arguments[0].Value)))
            && !(entry.Condition == EffectCondition.UnlessNumber && IsNumber(arguments))
            && !(entry.Condition == EffectCondition.UnlessOverload && HasFreeOverload(entry, method, arguments))
            && !(entry.Condition == EffectCondition.UnlessArgument
                && (arguments.Any(a => a.Parameter?.Name == entry.Parameter && IsOneOf(a.Value, entry.Value, body))
                    || (entry.Parameter == "value" && Assigned(instance) is { } assigned && IsOneOf(assigned, entry.Value, body))));
    }

    private static bool IsOneOf(IOperation value, string constants, Body body)
        => constants.Split('|').Any(constant => IsConstant(value, constant, body, 0));

    private static bool IsNumber(ImmutableArray<IArgumentOperation> arguments)
        => arguments is [{ Value: IConversionOperation { Operand.Type: { } type } }, ..]
            && (type.TypeKind == TypeKind.Enum || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double);

    // Convert.ToInt32(object) does with a long in a box what Convert.ToInt32(long) does; of an enumeration, the number counts.
    private static bool HasFreeOverload(EffectEntry entry, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments is not [{ Value: IConversionOperation { Operand.Type: { } type } }, ..])
        {
            return false;
        }

        ITypeSymbol converted = (type as INamedTypeSymbol)?.EnumUnderlyingType ?? type;
        IMethodSymbol[] overloads =
        [
            .. method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
                .Where(m => m.Parameters.Length > 0 && SymbolEqualityComparer.Default.Equals(m.Parameters[0].Type, converted)),
        ];
        return overloads.Length > 0 && overloads.All(m => Find(m) is not { } known || known.All(e => e.Rule != entry.Rule));
    }

    // What a setter gets is not among the arguments.
    private static IOperation? Assigned(IOperation? instance)
        => instance?.Parent is IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } property && assignment.Target == property
            ? assignment.Value
            : null;

    // A TimeSpan is no constant of C#, but may mean one; a read-only field or a local may have one value only.
    private static bool IsConstant(IOperation value, string expected, Body body, int depth) => value switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } }
            => string.Equals(Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "null", expected, StringComparison.OrdinalIgnoreCase),
        IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } } or IDefaultValueOperation => expected == "0",
        IInvocationOperation { TargetMethod: { ContainingType.Name: "TimeSpan", IsStatic: true } } call => expected == "0" && call.Arguments.All(IsZero),
        IObjectCreationOperation { Type.Name: "TimeSpan" } creation => expected == "0" && creation.Arguments.All(IsZero),
        IConversionOperation conversion => IsConstant(conversion.Operand, expected, body, depth),
        ILocalReferenceOperation local => IsKnown(local.Local, expected, body, depth),
        IFieldReferenceOperation field => IsKnown(field.Field, expected, body, depth),
        _ => false,
    };

    private static bool IsKnown(ISymbol variable, string expected, Body body, int depth)
        => depth < Env.MaximalDepth
            && body.Model.Values.Of(variable) is { IsEmpty: false } values
            && values.All(v => IsConstant(v, expected, body, depth + 1));

    private static bool IsZero(IArgumentOperation argument)
    {
        IOperation value = argument.Value is IConversionOperation conversion ? conversion.Operand : argument.Value;
        return value.ConstantValue is { HasValue: true, Value: var constant } && Convert.ToString(constant, CultureInfo.InvariantCulture) == "0";
    }

    // What is handed to the library may be called there and then; what goes to System.Threading runs on another thread.
    private static void VisitCallbacks(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Place place, Body body)
    {
        if (Comparers.IsMade(method) || method.ContainingNamespace?.ToDisplayString().StartsWith("System.Threading", StringComparison.Ordinal) == true)
        {
            return;
        }

        foreach (IArgumentOperation argument in arguments)
        {
            // A delegate that goes where anything could go, into a list, is kept and not called.
            if (argument.Parameter?.OriginalDefinition.Type is INamedTypeSymbol { TypeKind: TypeKind.Delegate } type && !body.Model.Contracts.IsChecked(type))
            {
                DelegateCalls.VisitCallback(argument.Value, body.Code.Env, Names.Of(method, method.ContainingType, null), place, body);
            }
        }
    }

    // Implicit members of metadata structs, and the base of everything.
    private static bool IsTrivial(IMethodSymbol method)
        => method.ContainingType is { SpecialType: SpecialType.System_Object } && method.MethodKind == MethodKind.Constructor
            || method is { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true, ContainingType.IsValueType: true };

    /// <summary>Whether an assembly is of the platform, not of somebody else.</summary>
    public static bool IsPlatform(IAssemblySymbol? assembly)
        => assembly?.Name is { } name
            && (name is "mscorlib" or "netstandard" or "System" || name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.", StringComparison.Ordinal));
}
