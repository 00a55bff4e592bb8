using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Effects;

/// <summary>A handler, the threads that it runs on, and what it does with storage.</summary>
internal sealed record HandlerTrace(IMethodSymbol Method, ImmutableArray<string> Threads, Trace Trace)
{
    /// <summary>Walks a handler and all that it reaches.</summary>
    public static HandlerTrace Of(IMethodSymbol handler, EffectModel model, HashSet<ISymbol> reached)
    {
        var trace = new Trace(handler.Name);
        INamedTypeSymbol driver = handler.ContainingType;
        var tracer = new Tracer(model, driver, SharedObjects.None, null);
        tracer.Run(trace, handler, handler.IsStatic ? null : Storage.Driver);
        WalkDelegates(handler, driver, model, tracer, trace);
        reached.UnionWith(tracer.Entered);
        return new HandlerTrace(handler, ThreadsOf(handler), trace);
    }

    /// <summary>Whether two handlers may run at the same time.</summary>
    public bool RunsBeside(HandlerTrace other) => Threads.Any(a => other.Threads.Any(b => a != b));

    // What is called through delegates only: the call graph knows more of them than the walk.
    private static void WalkDelegates(IMethodSymbol handler, INamedTypeSymbol driver, EffectModel model, Tracer tracer, Trace trace)
    {
        Code root = model.GetCode(handler, Env.Empty);
        var visited = new HashSet<Code> { root };
        var codes = new Queue<(Code Code, Way? Way)>();
        codes.Enqueue((root, null));
        while (codes.Count > 0)
        {
            (Code code, Way? way) = codes.Dequeue();
            if (code.Lambda is { } lambda)
            {
                if (model.GetModel(lambda.SyntaxTree).GetOperation(lambda) is Microsoft.CodeAnalysis.Operations.IAnonymousFunctionOperation { Body: { } body })
                {
                    tracer.Run(trace, code.Method, Self(code.Method), way, [body]);
                }
            }
            else if (!tracer.Entered.Contains(code.Method.OriginalDefinition) && code.Method.MethodKind != MethodKind.Constructor)
            {
                tracer.Run(trace, code.Method, Self(code.Method), way);
            }

            foreach (Call call in code.Facts.Calls)
            {
                if (visited.Add(call.Target))
                {
                    codes.Enqueue((call.Target, new Way(call.Target.Method, TypeOf(call.Target), call.Place, way)));
                }
            }
        }

        ITypeSymbol? TypeOf(Code code) => code.Method.ContainingType is { } type ? model.Substitution.Apply(type, code.Env) : null;

        Storage? Self(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType, driver) ? Storage.Driver : null;
    }

    private static ImmutableArray<string> ThreadsOf(IMethodSymbol handler)
        => [.. handler.GetAttributes()
            .Where(static a => HandlerMark.Is(a.AttributeClass))
            .Select(static a => a.NamedArguments.FirstOrDefault(static n => n.Key == KnownNames.Thread).Value.Value as string ?? "")
            .Distinct(StringComparer.Ordinal)];
}
