using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>Finds what the handlers of a driver write and other threads use at the same time as if they were alone.</summary>
internal sealed class RaceFinder(EffectModel model)
{
    private readonly DriverRaces _races = new();

    /// <summary>The races of each handler of a driver.</summary>
    public DriverRaces Find(INamedTypeSymbol driver)
    {
        var reached = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        HandlerTrace[] handlers =
        [
            .. driver.GetMembers().OfType<IMethodSymbol>()
                .Where(m => model.Contracts.IsHandler(m) && !model.Contracts.IsUnsafe(m))
                .Select(m => HandlerTrace.Of(m, model, reached)),
        ];
        var written = new HashSet<Storage>(handlers.SelectMany(static h => Writes(h)).Select(static w => w.Storage));
        if (written.Count > 0)
        {
            var outside = new Outside(model, driver, reached, written);
            List<Trace> traces = outside.Walk();
            foreach ((IMethodSymbol method, Trace trace) in outside.VouchedFor)
            {
                if (handlers.Any(h => Writes(h).Any(w => Plain(w, h.Trace, trace).Any())))
                {
                    _races.Excused.Add(method);
                }
            }

            for (int i = 0; i < handlers.Length; i++)
            {
                foreach (IGrouping<Storage, Access> writes in Writes(handlers[i]).GroupBy(static w => w.Storage))
                {
                    Check(handlers, i, [.. writes], traces, outside);
                }
            }
        }

        return _races;
    }

    private static IEnumerable<Access> Writes(HandlerTrace handler) => handler.Trace.Accesses.Where(static a => a.IsWrite && !IsVolatile(a.Storage));

    private void Check(HandlerTrace[] handlers, int index, Access[] writes, List<Trace> traces, Outside outside)
    {
        HandlerTrace handler = handlers[index];
        foreach (Access write in writes)
        {
            var uses = new List<RaceUse>();
            foreach (Trace trace in traces)
            {
                uses.AddRange(Plain(write, handler.Trace, trace).Select(u => new RaceUse(trace.Name, null, u.How, u.Place)));
            }

            if (Getter(write.Storage, outside) is { } getter)
            {
                uses.Add(getter);
            }

            for (int i = 0; i < handlers.Length; i++)
            {
                HandlerTrace other = handlers[i];

                // Which element it is nobody knows here: an array with a slot for each vector is the usual way to share nothing.
                if (other.RunsBeside(handler) && !write.Storage.IsInElement && !(i < index && Conflict(other, write.Storage, handler)))
                {
                    string thread = other.Threads.First(t => handler.Threads.Any(h => h != t));
                    uses.AddRange(Plain(write, handler.Trace, other.Trace)
                        .Where(u => i != index || u.IsWrite)
                        .Select(u => new RaceUse(other.Method.Name, thread, u.How, u.Place)));
                }
            }

            if (uses.Count > 0)
            {
                _races.Add(handler.Method, new Race(write, [.. uses.Distinct()]));
                return;
            }
        }
    }

    // Two handlers that both write: said at the first.
    private static bool Conflict(HandlerTrace first, Storage storage, HandlerTrace second)
        => Writes(first).Any(w => w.Storage.Overlaps(storage) && Plain(w, first.Trace, second.Trace).Any());

    private static IEnumerable<Access> Plain(Access write, Trace handler, Trace user)
        => user.Accesses.Where(u => !u.IsAtomic && u.Storage.Overlaps(write.Storage) && !user.Sees(write, handler, u));

    // A property without code reads its field for everybody.
    private static RaceUse? Getter(Storage storage, Outside outside)
        => storage.Member is IPropertySymbol { GetMethod: { DeclaredAccessibility: not Accessibility.Private } getter } property
            && Initializers.IsAuto(getter)
            && outside.IsExposed(storage)
            && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax declaration
                ? new RaceUse(property.Name, null, AccessKind.Read, Place.Of(declaration.Identifier))
                : null;

    private static bool IsVolatile(Storage storage) => storage.Member is IFieldSymbol { IsVolatile: true };
}
