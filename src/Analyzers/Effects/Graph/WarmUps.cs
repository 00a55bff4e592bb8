using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// What was made before any handler of a driver ran: by its constructors, its static initialisers, module initialisers, and all that
/// they call; and the type initialisers that the runtime's warm-up runs when interrupts are enabled.
/// </summary>
/// <remarks>
/// The warm-up goes from the handlers as we do. Where an object or a delegate decides what is called, it goes by those that are there
/// at that moment: one that comes later leads to what nobody prepared. So only what is reached without such a call counts.
/// </remarks>
internal sealed class WarmUps(EffectModel model)
{
    // Who prepares more than this has other worries.
    private const int MaximalCodes = 2_000;

    private readonly ConcurrentDictionary<INamedTypeSymbol, HashSet<object>> _ofDrivers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<Code, HashSet<object>> _ofHandlers = new();
    private readonly Lazy<HashSet<object>> _ofModule = new(() => Collect([.. ModuleInitializers(model).Select(m => model.GetCode(m, Env.Empty))]));

    /// <summary>Whether the runtime's warm-up makes it, for the handler that this is.</summary>
    public bool IsRunFor(Code root, object made)
        => made is ValueTuple<DiagnosticDescriptor, object> { Item1: var rule } && rule == EffectRules.TypeInitializer
            && !model.IsNative && model.Contracts.IsHandler(root.Method) && _ofHandlers.GetOrAdd(root, FindCertain).Contains(made);

    /// <summary>Whether the first use was before the handlers of this class.</summary>
    public bool Has(INamedTypeSymbol driver, object made)
        => (model.Contracts.IsDriver(driver) && _ofDrivers.GetOrAdd(driver, Find).Contains(made)) || _ofModule.Value.Contains(made);

    private HashSet<object> Find(INamedTypeSymbol driver)
    {
        var codes = driver.InstanceConstructors.Concat(driver.StaticConstructors)
            .Where(static c => !IsCopy(c))
            .Select(c => model.GetCode(c, Env.Empty))
            .ToList();
        HashSet<object> made = Collect(codes);
        if (codes.Count > 0)
        {
            var statics = new Body(codes[0], model, CancellationToken.None);
            ConstructorCode.VisitInitialValues(driver, true, statics);
            Facts facts = statics.ToFacts();
            Add(made, facts);
            made.UnionWith(Collect(facts.Calls.Select(static c => c.Target)));
        }

        return made;
    }

    private static bool IsCopy(IMethodSymbol constructor)
        => constructor.IsImplicitlyDeclared && constructor.ContainingType.IsRecord && constructor.Parameters.Length == 1;

    private static HashSet<object> FindCertain(Code root) => Collect([root], onlyCertain: true);

    private static HashSet<object> Collect(IEnumerable<Code> first, bool onlyCertain = false)
    {
        var made = new HashSet<object>();
        var visited = new HashSet<Code>(first);
        var codes = new Queue<Code>(visited);
        while (codes.Count > 0)
        {
            Facts facts = codes.Dequeue().Facts;
            Add(made, facts, onlyCertain);
            foreach (Call call in facts.Calls)
            {
                if (onlyCertain && (call.IsDispatched || call.EndsInThrow))
                {
                    continue;
                }

                if (visited.Count < MaximalCodes && visited.Add(call.Target))
                {
                    codes.Enqueue(call.Target);
                }
            }
        }

        return made;
    }

    private static void Add(HashSet<object> made, Facts facts, bool onlyCertain = false)
        => made.UnionWith(facts.Causes.Where(c => !onlyCertain || !c.IsDispatched).Select(static c => c.Made).OfType<object>());

    private static IEnumerable<IMethodSymbol> ModuleInitializers(EffectModel model)
    {
        var containers = new Stack<INamespaceOrTypeSymbol>();
        containers.Push(model.Compilation.Assembly.GlobalNamespace);
        while (containers.Count > 0)
        {
            foreach (ISymbol member in containers.Pop().GetMembers())
            {
                if (member is INamespaceOrTypeSymbol container)
                {
                    containers.Push(container);
                }
                else if (member is IMethodSymbol { IsStatic: true, ReturnsVoid: true, Parameters.IsEmpty: true, MethodKind: MethodKind.Ordinary } method
                    && method.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is MethodDeclarationSyntax { AttributeLists.Count: > 0 })
                    && method.GetAttributes().Any(static a => a.AttributeClass?.Name == "ModuleInitializerAttribute"))
                {
                    yield return method;
                }
            }
        }
    }
}
