using SalesReports.Facts;

namespace SalesReports.Kpis.Sections.Deals;

/// <summary>A stage of a pipeline; the pipeline is null when neither the deal nor the stages tell which.</summary>
public sealed record StageKey(string? Pipeline, string Name);

/// <summary>The stages as they are configured or as the CRM has them, found by pipeline and name.</summary>
public sealed class StageBook
{
    private readonly Dictionary<StageKey, Stage> _stages = [];
    private readonly ILookup<string, Stage> _byName;

    public StageBook(IEnumerable<Stage> stages)
    {
        foreach (var stage in stages.Where(stage => !stage.Deleted))
        {
            _stages[new StageKey(stage.Pipeline, stage.Name)] = stage;
        }

        _byName = _stages.Values.ToLookup(stage => stage.Name, StringComparer.Ordinal);
    }

    public IEnumerable<StageKey> Keys => _stages.Keys;

    public Stage? Find(StageKey key) => _stages.GetValueOrDefault(key);

    /// <summary>A deal that names no pipeline is in the only one that has such a stage.</summary>
    public StageKey KeyOf(string? pipeline, string name)
    {
        var named = pipeline is null ? _byName[name].Take(2).ToList() : [];
        return new StageKey(named.Count == 1 ? named[0].Pipeline : pipeline, name);
    }
}
